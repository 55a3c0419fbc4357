package huoshui.document.paper;

/**
 * What every print carries beside its subject: both clocks, who printed it and when. 印记
 *
 * @param clocks {@code 情况截至 2026.11.20｜信息录至 2026.11.20 09:41}
 * @param printed {@code 打印人 林知远　2026.11.20 09:41}
 * @param mark the watermark's words
 */
public record Imprint(String clocks, String printed, String mark) {}
