package huoshui.dossier.web;

import huoshui.document.Blobs;
import huoshui.document.PictureSize;
import huoshui.dossier.fact.PersonalFact.Photo;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A photo as it goes to a browser: no larger than it is drawn, and never taken for anything but a picture. A browser asks each
 * time whether it still may show the one it has. 照片的送出
 */
record Portrait(Blobs blobs) {

    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png");

    /** @param size {@code small} or {@code large}; as it came when none is asked for or it is smaller than that */
    Optional<ResponseEntity<byte[]>> answer(Photo photo, @Nullable String size) {
        return Optional.ofNullable(size)
                .flatMap(PictureSize::of)
                .flatMap(each -> blobs.find(photo.digest(), each))
                .map(each -> answer(each, MediaType.IMAGE_JPEG, photo.digest() + "-" + size))
                .or(() ->
                        blobs.find(photo.digest()).map(each -> answer(each, type(photo.mediaType()), photo.digest())));
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type, String version) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + version + "\"")
                .body(bytes);
    }

    /** Only pictures are told to be pictures; anything else is bytes. */
    private static MediaType type(String word) {
        return SHOWN.contains(word) ? MediaType.parseMediaType(word) : MediaType.APPLICATION_OCTET_STREAM;
    }
}
