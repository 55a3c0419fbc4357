package huoshui.document;

import huoshui.kernel.Refusal;

/**
 * A picture somebody brings in by hand, looked into: not only its first bytes say that it is one. 手工上传的图片
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PictureFile(Content content, int width, int height) {

    /**
     * @throws Refusal {@code not-a-picture}, {@code active-content}, {@code unknown-content}, {@code picture-broken},
     *     {@code picture-too-large}
     */
    public static PictureFile of(byte[] bytes) {
        var content = Content.of(bytes);
        if (!content.picture()) throw Refusal.input("not-a-picture", "未收下照片：按内容看，这个文件不是 JPEG 或 PNG 图片。请换用照片文件后再上传。");
        var size = Pictures.measured(bytes)
                .orElseThrow(() -> Refusal.input("picture-broken", "未收下照片：图片损坏，解不出画面。请用看图软件打开核对，另存后再上传。"));
        if ((long) size.width() * size.height() > Pictures.MOST_PIXELS)
            throw Refusal.input(
                    "picture-too-large",
                    "未收下照片：图片有 %d×%d 像素，超过六千万像素。请裁剪或缩小后再上传。".formatted(size.width(), size.height()));
        if (!Pictures.readable(bytes)) throw Refusal.input("picture-broken", "未收下照片：图片损坏，解不出画面。请用看图软件打开核对，另存后再上传。");
        return new PictureFile(content, size.width(), size.height());
    }

    /** Pixels across and down. */
    record Size(int width, int height) {}
}
