// Expectations that expect nothing.
expect(keys.find('planted'));
await expect(desk.lend(key, 'planted'));
expect(keys.find('K-1')).toBe(key);
const refused = expect(desk.lend(key)).rejects.toThrow('out');
