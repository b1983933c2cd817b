// Tests that wait for time to pass.
await page.waitForTimeout(100); // planted
expect(took).toBeLessThan(limitMs); // planted
expect(keys.length).toBeLessThan(limit);
