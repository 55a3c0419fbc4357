import { ref } from 'vue'

/** What the polite live region says now; read aloud to who cannot see the change. */
export const announced = ref('')

export function announce(text: string) {
  announced.value = ''
  setTimeout(() => (announced.value = text), 30)
}
