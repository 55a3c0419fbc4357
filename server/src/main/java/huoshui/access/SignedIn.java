package huoshui.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** May be asked by everybody who is signed in, whatever their role. 登录即可 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SignedIn {

    /** Whether also while the one-time password has not been changed. */
    boolean beforeFirstChange() default false;
}
