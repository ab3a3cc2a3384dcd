package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;

/**
 * The keys of a list that spans several dates, each a partition of its own. The first date is queried alone, because it
 * often fills a page; the dates after it are queried ten at a time, but taken one after another.
 */
final class DatedKeys {

    private static final int AT_ONCE = 10;

    private final BiFunction<LocalDate, PageRequest, Page<AppointmentId>> query;
    private final Executor threads;
    private final LocalDate last;
    private final int pageSize;
    private final Map<LocalDate, Page<AppointmentId>> ahead = new HashMap<>();
    private DatedCursor position;

    /** A key, and the date under which the index has it. */
    record Key(AppointmentId id, LocalDate date) {
    }

    /**
     * @param query reads a page of one date
     * @param threads threads for dates that are queried at the same time
     * @param last the last date to query
     * @param pageSize greatest number of keys to take
     */
    DatedKeys(BiFunction<LocalDate, PageRequest, Page<AppointmentId>> query, Executor threads, DatedCursor position,
            LocalDate last, int pageSize) {
        this.query = query;
        this.threads = threads;
        this.position = position;
        this.last = last;
        this.pageSize = pageSize;
        readFirst();
    }

    private void readFirst() {
        if (position.within().isEmpty() && !isAtEnd()) {
            ahead.put(position.date(), ofDate(position.date()));
        }
    }

    boolean isAtEnd() {
        return position.date().isAfter(last);
    }

    DatedCursor position() {
        return position;
    }

    /** Takes keys until there are that many, or no more. */
    List<Key> take(int most) {
        List<Key> taken = new ArrayList<>();
        while (taken.size() < most && !isAtEnd()) {
            LocalDate date = position.date();
            Page<AppointmentId> page = page(most - taken.size());
            page.items().forEach(id -> taken.add(new Key(id, date)));
            position = position.after(page.next());
        }
        return taken;
    }

    /** A page that was read ahead serves if it has no more keys than wanted: a cursor lies at the end of a page. */
    private Page<AppointmentId> page(int most) {
        if (position.within().isEmpty()) {
            Page<AppointmentId> read = readAhead(position.date());
            if (read.items().size() <= most) {
                return read;
            }
        }
        return query.apply(position.date(), new PageRequest(most, position.within()));
    }

    private Page<AppointmentId> readAhead(LocalDate date) {
        return Optional.ofNullable(ahead.get(date)).orElseGet(() -> {
            readFrom(date);
            return Objects.requireNonNull(ahead.get(date));
        });
    }

    private void readFrom(LocalDate date) {
        Map<LocalDate, CompletableFuture<Page<AppointmentId>>> queries = new LinkedHashMap<>();
        Stream.iterate(date, next -> !next.isAfter(last), next -> next.plusDays(1)).limit(AT_ONCE)
                .forEach(next -> queries.put(next, CompletableFuture.supplyAsync(() -> ofDate(next), threads)));
        queries.forEach((next, page) -> ahead.put(next, Futures.join(page)));
    }

    private Page<AppointmentId> ofDate(LocalDate date) {
        return query.apply(date, new PageRequest(pageSize, Optional.empty()));
    }
}
