@NullMarked
package huoshui.dossier.search;

import org.jspecify.annotations.NullMarked;
