import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const elementPlus = {
  group: ['element-plus', 'element-plus/*', '@element-plus/*'],
  message: 'Only src/kit imports Element Plus.',
}
const rooms = {
  group: ['@/rooms/*', '@/app/*', '../../*', '!../../kit/*'],
  message: 'A room imports kit, api and words (as @/…), and no other room.',
}

export default ts.config(
  { ignores: ['dist'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
      'no-undef': 'off',
    },
  },
  { files: ['src/**/*.{ts,vue}'], rules: { 'no-restricted-imports': ['error', { patterns: [elementPlus] }] } },
  { files: ['src/kit/**/*.{ts,vue}'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/rooms/**/*.{ts,vue}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [elementPlus, rooms] }] },
  },
)
