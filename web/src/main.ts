import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { router } from '@/app/router'
import { queryClient } from '@/api/queries'
import { words } from '@/words'
import '@/kit/tokens.css'
import '@/kit/base.css'
import '@/kit/element.css'
import '@/kit/print.css'

createApp(App).use(words).use(router).use(VueQueryPlugin, { queryClient }).mount('#app')
