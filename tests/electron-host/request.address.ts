// Maps the app's own scheme to addresses Chromium can be asked for and that never leave the machine.

/** `app://bundle/x` ⇄ `http://bundle.app.localhost/x`: a secure context, answered by interception only. */
export interface AddressMap {
  /** What Chromium is told; addresses of other schemes stay as they are. */
  toPage: (url: string) => string;
  /** What the app is told. */
  toApp: (url: string) => string;
  /** Rewrites every mapped address inside a text, such as a Content-Security-Policy. */
  textToPage: (text: string) => string;
}

export function createAddressMap(schemes: () => Iterable<string>): AddressMap {
  const escape = (text: string) => text.replace(/[^a-z0-9]/gi, '\\$&');

  function toPage(url: string): string {
    for (const scheme of schemes()) {
      const match = new RegExp(`^${escape(scheme)}://([^/?#]+)(.*)$`, 's').exec(url);
      if (match) return `http://${match[1]}.${scheme}.localhost${match[2] || '/'}`;
    }
    return url;
  }

  function toApp(url: string): string {
    for (const scheme of schemes()) {
      const match = new RegExp(`^http://([^/?#:]+)\\.${escape(scheme)}\\.localhost((?:[/?#].*)?)$`, 's').exec(
        url,
      );
      if (match) return `${scheme}://${match[1]}${match[2]}`;
    }
    return url;
  }

  function textToPage(text: string): string {
    let result = text;
    for (const scheme of schemes()) {
      result = result
        .replace(new RegExp(`\\b${escape(scheme)}://([a-z0-9.-]+)`, 'gi'), `http://$1.${scheme}.localhost`)
        .replace(new RegExp(`(^|\\s)${escape(scheme)}:(?=$|[\\s;])`, 'gi'), `$1http://*.${scheme}.localhost`);
    }
    return result;
  }

  return { toPage, toApp, textToPage };
}
