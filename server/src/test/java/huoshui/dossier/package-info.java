@NullMarked
package huoshui.dossier;

import org.jspecify.annotations.NullMarked;
