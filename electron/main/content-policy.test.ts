// What the app:// handler gives out, and what it refuses.
import { describe, expect, test } from 'vitest';
import { contentPolicy, isOwnPage, mediaType, resolveAsset, withNonce } from './content-policy.ts';

const ROOT = '/opt/foyer/out/renderer';

describe('addresses', () => {
  test('a file is found by its path, and a route of the window by index.html', () => {
    expect(resolveAsset(ROOT, 'app://foyer/assets/index-1a2b.js')).toBe(`${ROOT}/assets/index-1a2b.js`);
    expect(resolveAsset(ROOT, 'app://foyer/')).toBe(`${ROOT}/index.html`);
    expect(resolveAsset(ROOT, 'app://foyer/visitors/42?tab=history#top')).toBe(`${ROOT}/index.html`);
  });

  test('dots that the address parser resolves stay within the folder', () => {
    expect(resolveAsset(ROOT, 'app://foyer/assets/../../../main/index.js')).toBe(`${ROOT}/main/index.js`);
  });

  test.each([
    'app://foyer/..%2f..%2fmain%2findex.js',
    'app://foyer/assets/..%2F..%2F..%2Fetc/passwd.json',
    'app://foyer/%5c..%5cmain%5cindex.js',
    'app://foyer/index.html%00.png',
    'app://foyer/%E0%A4%A.js',
    'app://other/index.html',
    'app://foyer.evil.example/index.html',
    'file:///etc/passwd',
    'https://foyer/index.html',
  ])('%s is refused', (address) => {
    expect(resolveAsset(ROOT, address)).toBeNull();
  });

  test('only our own origin is our own page', () => {
    expect(isOwnPage('app://foyer/keys')).toBe(true);
    expect(isOwnPage('app://foyer')).toBe(true);
    expect(isOwnPage('app://foyerx/keys')).toBe(false);
    expect(isOwnPage('about:blank')).toBe(false);
  });

  test('kinds of files that no window needs have no media type', () => {
    expect(mediaType('/x/a.WOFF2')).toBe('font/woff2');
    expect(mediaType('/x/foyer.db')).toBeNull();
    expect(mediaType('/x/index.js.map')).toBeNull();
  });
});

describe('the policy', () => {
  test('scripts and styles come from the program itself or carry the nonce of this load, nothing is unsafe', () => {
    const policy = contentPolicy('n0nce');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'nonce-n0nce'");
    expect(policy).toContain("style-src 'self' 'nonce-n0nce'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('the page gets the nonce wherever it holds the place for it', () => {
    const html = '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>';
    expect(withNonce(html, 'n0nce')).toBe(
      '<meta name="csp-nonce" content="n0nce"><style nonce="n0nce"></style>',
    );
  });
});
