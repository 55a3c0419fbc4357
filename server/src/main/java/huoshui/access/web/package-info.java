/** The pages' way into access: signing in, accounts and roles, second persons; and the gate every page passes. */
@NullMarked
package huoshui.access.web;

import org.jspecify.annotations.NullMarked;
