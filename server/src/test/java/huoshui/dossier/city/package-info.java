@NullMarked
package huoshui.dossier.city;

import org.jspecify.annotations.NullMarked;
