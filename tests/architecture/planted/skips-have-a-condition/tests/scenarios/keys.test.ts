// Tests that do not run.
test.skip('planted', () => {});
test.only('planted', () => {});
describe.todo('planted');
test.skip(!real, 'needs the real program');
