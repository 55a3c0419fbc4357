import { QueryClient } from '@tanstack/vue-query'
import { Problem } from './http'

/** One store of what the server said; old numbers stay on the page, greyed, while new ones come. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof Problem && error.status === 0 && count < 2,
    },
  },
})
