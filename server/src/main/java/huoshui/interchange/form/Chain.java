package huoshui.interchange.form;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Streams one after the other, each opened when the one before is used up and closed then. 依次读取
 *
 * <p>Not {@code flatMap}, which holds a whole inner stream in memory when it is pulled from rather than pushed.
 */
final class Chain<P, T> implements Iterator<T>, AutoCloseable {

    private final Iterator<P> places;
    private final Function<P, Stream<T>> opening;
    private @Nullable Stream<T> current;
    private @Nullable Iterator<T> inner;

    private Chain(Iterator<P> places, Function<P, Stream<T>> opening) {
        this.places = places;
        this.opening = opening;
    }

    static <P, T> Stream<T> of(Iterable<P> places, Function<P, Stream<T>> opening) {
        var chain = new Chain<>(places.iterator(), opening);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(chain, 0), false)
                .onClose(chain::close);
    }

    @Override
    public boolean hasNext() {
        while (inner == null || !inner.hasNext()) {
            close();
            if (!places.hasNext()) return false;
            current = opening.apply(places.next());
            inner = current.iterator();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext() || inner == null) throw new NoSuchElementException();
        return inner.next();
    }

    @Override
    public void close() {
        if (current != null) current.close();
        current = null;
        inner = null;
    }
}
