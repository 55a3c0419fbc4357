export default { due: '近期到期' }
