import { problem, token } from './http'

/** Asks for a file by POST and lets the browser save it; what the server answers instead of a file comes back as JSON. */
export async function download<T>(path: string, body: unknown = {}): Promise<T | null> {
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await problem(response, path)
  if (response.headers.get('Content-Type')?.includes('json')) return (await response.json()) as T
  save(await response.blob(), nameOf(response.headers.get('Content-Disposition') ?? ''))
  return null
}

function nameOf(disposition: string): string {
  const spelled = /filename\*=UTF-8''([^;]+)/.exec(disposition)
  return spelled ? decodeURIComponent(spelled[1]) : 'export'
}

function save(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
