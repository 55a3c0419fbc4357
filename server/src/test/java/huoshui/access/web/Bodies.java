package huoshui.access.web;

import huoshui.kernel.PartialDate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Request bodies made from their own shape: every id is the one given, the rest is something plausible. */
final class Bodies {

    private static final int DEEPEST = 4;

    private Bodies() {}

    /** Whether a body of this shape names anything by its id. */
    static boolean names(Type type) {
        return names(type, 0);
    }

    private static boolean names(Type type, int depth) {
        if (depth > DEEPEST) return false;
        if (type instanceof ParameterizedType of)
            return Stream.of(of.getActualTypeArguments()).anyMatch(each -> names(each, depth + 1));
        if (type instanceof WildcardType any) return names(any.getUpperBounds()[0], depth + 1);
        if (!(type instanceof Class<?> plain)) return false;
        if (plain == UUID.class) return true;
        return plain.isRecord()
                && Stream.of(plain.getRecordComponents()).anyMatch(each -> names(each.getGenericType(), depth + 1));
    }

    static String filled(Type type, String id) {
        return JsonMapper.shared().writeValueAsString(value(type, id, 0));
    }

    private static @Nullable Object value(Type type, String id, int depth) {
        if (depth > DEEPEST) return null;
        if (type instanceof WildcardType any) return value(any.getUpperBounds()[0], id, depth + 1);
        if (type instanceof ParameterizedType of) {
            var raw = (Class<?>) of.getRawType();
            var said = of.getActualTypeArguments();
            if (Map.class.isAssignableFrom(raw)) {
                var map = new LinkedHashMap<String, @Nullable Object>();
                map.put(String.valueOf(value(said[0], id, depth + 1)), value(said[1], id, depth + 1));
                return map;
            }
            var one = value(said[0], id, depth + 1);
            return Collection.class.isAssignableFrom(raw) && one != null ? List.of(one) : one;
        }
        return type instanceof Class<?> plain ? plain(plain, id, depth) : null;
    }

    private static @Nullable Object plain(Class<?> type, String id, int depth) {
        if (type == UUID.class) return id;
        if (type == String.class) return "试填";
        if (type == boolean.class || type == Boolean.class) return true;
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return 1;
        if (type == LocalDate.class) return "2020-01-01";
        if (type == PartialDate.class) return "2020-01";
        if (type.isEnum()) return Objects.requireNonNull(type.getEnumConstants())[0];
        if (!type.isRecord()) return null;
        var filled = new LinkedHashMap<String, @Nullable Object>();
        for (var each : type.getRecordComponents())
            filled.put(each.getName(), value(each.getGenericType(), id, depth + 1));
        return filled;
    }
}
