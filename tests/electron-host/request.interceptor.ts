// Answers and judges every request of every page: protocol.handle, webRequest and will-navigate meet here.
import type Electron from 'electron';
import type { CdpSession } from './cdp.client.ts';
import { report } from './report.ts';
import type { AddressMap } from './request.address.ts';

/** The parts of Fetch.requestPaused that are read here. */
interface Paused {
  requestId: string;
  networkId?: string;
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  responseErrorReason?: string;
  responseStatusCode?: number;
  responseHeaders?: HeaderEntry[];
}
type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0];
type HeadersReceived = Parameters<Electron.WebRequest['onHeadersReceived']>[0];
type HeaderEntry = { name: string; value: string };

/** What the app registered; empty until it does. */
export interface RequestRules {
  handlers: Map<string, ProtocolHandler>;
  beforeRequest: BeforeRequest;
  headersReceived: HeadersReceived;
}

export interface InterceptorParts {
  root: CdpSession;
  addresses: AddressMap;
  rules: RequestRules;
  /** Whether a top frame may go there; asked for navigations only, with the app's address. */
  mayNavigate: (frameId: string, url: string) => boolean;
}

const RESOURCE_TYPES: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  WebSocket: 'webSocket',
  CSPViolationReport: 'cspReport',
};

function toResponseHeaders(entries: readonly HeaderEntry[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const { name, value } of entries) (headers[name] ??= []).push(value);
  return headers;
}

function toEntries(headers: Record<string, string | string[]>): HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
}

/** Starts intercepting; must be awaited before the first page opens. */
export async function startInterceptor({
  root,
  addresses,
  rules,
  mayNavigate,
}: InterceptorParts): Promise<void> {
  function describe({ request, resourceType, networkId }: Paused) {
    return {
      id: Number.parseInt(networkId?.split('.').at(-1) ?? '0', 36),
      url: addresses.toApp(request.url),
      method: request.method,
      referrer: addresses.toApp(request.headers['Referer'] ?? ''),
      resourceType: (RESOURCE_TYPES[resourceType] ?? 'other') as 'other',
      timestamp: Date.now(),
      uploadData: [],
    };
  }

  function askBeforeRequest(paused: Paused): Promise<Electron.CallbackResponse> {
    const listener = rules.beforeRequest;
    if (!listener) return Promise.resolve({});
    return new Promise((resolve) => listener(describe(paused), resolve));
  }

  function askHeaders(
    paused: Paused,
    statusCode: number,
    entries: HeaderEntry[],
  ): Promise<Electron.HeadersReceivedResponse> {
    const listener = rules.headersReceived;
    if (!listener) return Promise.resolve({});
    const responseHeaders = toResponseHeaders(entries);
    const statusLine = `HTTP/1.1 ${statusCode}`;
    return new Promise((resolve) =>
      listener({ ...describe(paused), statusCode, statusLine, responseHeaders }, resolve),
    );
  }

  const fail = ({ requestId }: Paused, errorReason: 'Aborted' | 'BlockedByClient' | 'Failed') =>
    root.send('Fetch.failRequest', { requestId, errorReason });

  async function answerFromApp(paused: Paused, handler: ProtocolHandler): Promise<unknown> {
    const { request, requestId } = paused;
    const headers = new Headers(
      toEntries(request.headers).map(({ name, value }) => [name, addresses.toApp(value)]),
    );
    const body = request.postData === undefined ? {} : { body: request.postData };
    const url = addresses.toApp(request.url);
    const response = await handler(new Request(url, { method: request.method, headers, ...body }));
    const entries = [...response.headers].map(([name, value]) => ({ name, value }));
    const verdict = await askHeaders(paused, response.status, entries);
    if (verdict.cancel) return fail(paused, 'BlockedByClient');
    const final = verdict.responseHeaders ? toEntries(verdict.responseHeaders) : entries;
    return root.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: final.map(({ name, value }) => ({ name, value: addresses.textToPage(value) })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  /** The second stop of a request that went to a real server on this machine. */
  async function judgeResponse(paused: Paused): Promise<unknown> {
    const { requestId, responseStatusCode = 0, responseHeaders = [] } = paused;
    if (paused.responseErrorReason) return root.send('Fetch.continueRequest', { requestId });
    const verdict = await askHeaders(paused, responseStatusCode, responseHeaders);
    if (verdict.cancel) return fail(paused, 'BlockedByClient');
    if (!verdict.responseHeaders) return root.send('Fetch.continueResponse', { requestId });
    const headers = toEntries(verdict.responseHeaders);
    return root.send('Fetch.continueResponse', {
      requestId,
      responseCode: responseStatusCode,
      responseHeaders: headers,
    });
  }

  async function judge(paused: Paused): Promise<unknown> {
    if (paused.responseStatusCode !== undefined || paused.responseErrorReason) return judgeResponse(paused);
    const url = addresses.toApp(paused.request.url);
    const isNavigation = paused.resourceType === 'Document' && paused.redirectedRequestId === undefined;
    if (isNavigation && !mayNavigate(paused.frameId, url)) return fail(paused, 'Aborted');
    const verdict = await askBeforeRequest(paused);
    if (verdict.cancel) return fail(paused, 'BlockedByClient');
    const { requestId } = paused;
    if (verdict.redirectURL !== undefined) {
      const location = { name: 'Location', value: addresses.toPage(verdict.redirectURL) };
      return root.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders: [location] });
    }
    const handler = rules.handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler) return answerFromApp(paused, handler);
    return root.send('Fetch.continueRequest', {
      requestId,
      interceptResponse: rules.headersReceived !== null,
    });
  }

  root.on('Fetch.requestPaused', (paused) => {
    judge(paused).catch(async (error: unknown) => {
      report(`${paused.request.url}: ${String(error)}`);
      await fail(paused, 'Failed').catch(() => undefined);
    });
  });
  await root.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
