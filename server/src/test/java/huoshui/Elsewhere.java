package huoshui;

import java.util.Collection;

/**
 * Things that exist but belong to a unit nobody in the test has authority over. A room adds its own as a component of its test
 * code; each id is then tried in every address by every role, and must be refused.
 */
public interface Elsewhere {

    /** Made on first call. */
    Collection<String> ids();
}
