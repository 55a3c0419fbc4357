import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Styles are written in px as drawn and served in rem, so that the 字号 switch scales everything by the root size. */
const pxToRem = {
  postcssPlugin: 'px-to-rem',
  Declaration(declaration: { value: string }) {
    if (!declaration.value.includes('px')) return
    declaration.value = declaration.value.replace(/(^|[^\w.#-])(-?\d*\.?\d+)px\b/g, (whole, before: string, n: string) => {
      const size = Number(n)
      return Math.abs(size) < 3 ? whole : `${before}${+(size / 16).toFixed(4)}rem`
    })
  },
}

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  css: { postcss: { plugins: [pxToRem] } },
  build: { target: 'chrome86', cssTarget: 'chrome86', chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': process.env.HUOSHUI_API ?? 'http://127.0.0.1:8020' } },
  test: { environment: 'happy-dom', include: ['src/**/*.spec.ts'] },
})
