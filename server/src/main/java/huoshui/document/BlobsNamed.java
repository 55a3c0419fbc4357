package huoshui.document;

import java.util.Collection;
import java.util.Set;

/** Which blobs the rows of a room name, so that no other is kept for ever. 附件引用 */
public interface BlobsNamed {

    /** Those of these digests that some row names. */
    Set<String> among(Collection<String> digests);
}
