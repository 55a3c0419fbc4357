package huoshui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * A test of rooms without pages: the whole program on a fresh database of this class, with a {@link TestClock}. Any bean can be
 * injected with {@code @Autowired}; the {@code huoshui.door.DatabaseAddress} too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = Huoshui.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextCustomizerFactories(FreshDatabase.class)
public @interface RoomTest {}
