// The app's scheme and the address that Chromium sees stand for each other.
import { expect, test } from 'vitest';
import { createAddressMap } from './request.address.ts';

const { toPage, toApp, textToPage } = createAddressMap(() => ['app']);

test.each([
  ['app://bundle/index.html?lang=zh#/keys', 'http://bundle.app.localhost/index.html?lang=zh#/keys'],
  ['app://bundle/', 'http://bundle.app.localhost/'],
])('%s goes there and back', (own, mapped) => {
  expect(toPage(own)).toBe(mapped);
  expect(toApp(mapped)).toBe(own);
});

test('an address without a path gets one', () => {
  expect(toPage('app://bundle')).toBe('http://bundle.app.localhost/');
});

test.each([
  'http://localhost:5173/x',
  'https://example.invalid/',
  'http://x.app.localhost:8080/',
  'application://x',
])('%s is left alone', (address) => {
  expect(toPage(address)).toBe(address);
  expect(toApp(address)).toBe(address);
});

test('a content policy means the same after the mapping', () => {
  expect(textToPage("default-src 'self'; img-src app: data:; connect-src app://bundle https:")).toBe(
    "default-src 'self'; img-src http://*.app.localhost data:; connect-src http://bundle.app.localhost https:",
  );
});
