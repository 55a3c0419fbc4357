export default { due: 'Coming dates' }
