import { unattended } from './attention'

/** A refusal as the server tells it (RFC 9457): what was asked, what is so, what to do, and a stable code. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail)
  }
}

type Query = Record<string, string | number | boolean | null | undefined>

const lost: (() => void)[] = []

/** Tells when the server no longer knows the session; the page stays as it is. */
export function onSessionLost(listener: () => void) {
  lost.push(listener)
}

const get = <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, { query, signal })
const post = <T>(path: string, body?: unknown, query?: Query, signal?: AbortSignal) =>
  send<T>('POST', path, { body, query, signal })
const put = <T>(path: string, body?: unknown) => send<T>('PUT', path, { body })
const patch = <T>(path: string, body?: unknown) => send<T>('PATCH', path, { body })
const del = <T = void>(path: string, body?: unknown) => send<T>('DELETE', path, { body })

/** The one way to the server: JSON in and out, the CSRF header, problems as `Problem`. Paths begin after `/api/v1`. */
export const http = { get, post, put, patch, delete: del, upload, url }

/** The address of something the browser itself fetches: a photo, a file to download. */
function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `/api/v1${path}${text ? `?${text}` : ''}`
}

interface Parts {
  query?: Query
  body?: unknown
  signal?: AbortSignal
}

async function send<T>(method: string, path: string, parts: Parts): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' }
  let body: BodyInit | undefined
  if (parts.body instanceof FormData) body = parts.body
  else if (parts.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    body = JSON.stringify(parts.body)
  }
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = token()
  if (unattended()) headers['X-Unattended'] = 'true'
  const response = await reach(url(path, parts.query), { method, headers, body, signal: parts.signal })
  if (!response.ok) throw await problem(response, path)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin', ...init })
  } catch (broken) {
    if (broken instanceof DOMException && broken.name === 'AbortError') throw broken
    throw new Problem(0, 'unreachable', '')
  }
}

export async function problem(response: Response, path: string): Promise<Problem> {
  let body: Record<string, unknown> = {}
  try {
    body = (await response.json()) as Record<string, unknown>
  } catch {
    body = {}
  }
  if (response.status === 401 && !path.startsWith('/session')) lost.forEach((listener) => listener())
  const code = typeof body.code === 'string' ? body.code : `http-${response.status}`
  return new Problem(response.status, code, typeof body.detail === 'string' ? body.detail : '', body)
}

export function token(): string {
  const cookies = document.cookie.split('; ').map((cookie) => [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)])
  const found = ['__Host-XSRF-TOKEN', 'XSRF-TOKEN'].map((name) => cookies.find((cookie) => cookie[0] === name)).find(Boolean)
  return found ? decodeURIComponent(found[1]) : ''
}

/** Sends files with progress from 0 to 1; `fetch` cannot tell how far an upload is. */
function upload<T>(path: string, form: FormData, progress: (done: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url(path))
    request.setRequestHeader('X-XSRF-TOKEN', token())
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onerror = () => reject(new Problem(0, 'unreachable', ''))
    request.onload = async () => {
      const response = new Response(request.responseText, { status: request.status })
      if (response.ok) resolve(JSON.parse(request.responseText || 'null') as T)
      else reject(await problem(response, path))
    }
    request.send(form)
  })
}
