package clinic.appointments.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import clinic.appointments.port.AppointmentSearch.PageRequest;

/**
 * A page: one part of a long list, with a cursor for the next part.
 *
 * @param next cursor of the next page; empty on the last. Opaque; it carries a position only, not the list
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** All items of a list, page after page, each read when the previous one is used up. */
    public static <T> Stream<T> walk(Function<PageRequest, Page<T>> list) {
        return Stream.iterate(Optional.of(list.apply(PageRequest.first())), Optional::isPresent,
                page -> page.flatMap(Page::next).map(next -> list.apply(PageRequest.first().after(next))))
                .flatMap(page -> page.orElseThrow().items().stream());
    }
}
