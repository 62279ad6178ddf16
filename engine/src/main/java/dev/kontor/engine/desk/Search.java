package dev.kontor.engine.desk;

import dev.kontor.engine.capture.BuyerTerms;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages, the newest first. What names a document or is unfinished is found by an index;
 * everything else by reading the ledger backwards, for a short time at once: an answer may be short
 * or empty and still say where to go on.
 */
public final class Search {

  /** Most documents that one number or e-mail is taken to name. */
  private static final int DOCUMENTS = 200;

  private static final long STRETCH = 20_000;
  private static final Duration PATIENCE = Duration.ofMillis(150);

  /** Ids are given a little before their message is stored, so that they are not quite in order. */
  private static final Duration DISORDER = Duration.ofMinutes(10);

  /**
   * Messages that were found.
   *
   * @param next where to go on, null at the end
   */
  public record Found(List<DeskStore.Entry> messages, @Nullable String next) {}

  private record Ids(List<Long> ids, @Nullable Long goOn) {}

  private final DataSource database;
  private final BuyerTerms buyers;
  private final LongSupplier nanoTime;
  private final DeskStore desk = new DeskStore();

  Search(DataSource database, BuyerTerms buyers, LongSupplier nanoTime) {
    this.database = database;
    this.buyers = buyers;
    this.nanoTime = nanoTime;
  }

  /**
   * Some of the messages that meet the filter.
   *
   * @param after what the answer before said was next, null to begin
   * @param most from 1 on
   * @throws NumberFormatException if {@code after} is nothing that an answer said
   */
  public Found find(Filter filter, @Nullable String after, int most) {
    long before = after == null ? Long.MAX_VALUE : Long.parseUnsignedLong(after);
    return Transactions.run(database, c -> find(c, filter, before, most));
  }

  private Found find(Connection connection, Filter filter, long before, int most)
      throws SQLException {
    Ids found = ids(connection, filter, before, most);
    Long next = found.goOn();
    return new Found(named(connection, found.ids()), next == null ? null : Long.toString(next));
  }

  /** Also what was only heard of, by the number that people know of its document. */
  private List<DeskStore.Entry> named(Connection connection, List<Long> ids) throws SQLException {
    List<DeskStore.Entry> entries = desk.byId(connection, ids);
    Map<Long, String> known =
        SearchStore.known(
            connection,
            entries.stream().filter(e -> e.number() == null).map(DeskStore.Entry::id).toList());
    return entries.stream().map(e -> e.named(known.getOrDefault(e.id(), e.number()))).toList();
  }

  private Ids ids(Connection connection, Filter filter, long before, int most) throws SQLException {
    if (filter.isOfDocuments()) {
      List<DocumentName> documents = withTold(connection, documents(connection, filter));
      return cut(SearchStore.ofDocuments(connection, documents, filter, before, most + 1), most);
    }
    if (filter.isOfOpen()) {
      return cut(SearchStore.open(connection, filter, before, most + 1), most);
    }
    return backwards(connection, filter, before, most);
  }

  private static Ids cut(List<Long> ids, int most) {
    if (ids.size() <= most) {
      return new Ids(ids, null);
    }
    List<Long> shown = ids.subList(0, most);
    return new Ids(shown, shown.getLast());
  }

  private Ids backwards(Connection connection, Filter filter, long before, int most)
      throws SQLException {
    long last = SearchStore.last(connection);
    Instant from = filter.from();
    Instant to = filter.to();
    long lowest = from == null ? 1 : first(connection, from.minus(DISORDER), last);
    long end = to == null ? last + 1 : first(connection, to.plus(DISORDER), last);
    long high = Math.min(before, end);
    long until = nanoTime.getAsLong() + PATIENCE.toNanos();
    List<Long> ids = new ArrayList<>();
    while (high > lowest) {
      long low = Math.max(lowest, high - STRETCH);
      int left = most - ids.size();
      ids.addAll(SearchStore.stretch(connection, filter, high, low, left));
      if (ids.size() == most) {
        return new Ids(ids, ids.getLast());
      }
      high = low;
      if (nanoTime.getAsLong() - until > 0) {
        return new Ids(ids, high > lowest ? high : null);
      }
    }
    return new Ids(ids, null);
  }

  /**
   * The id from which on messages arrived at that moment or later, found by halving.
   *
   * @return one more than the last id if none did
   */
  private static long first(Connection connection, Instant moment, long last) throws SQLException {
    long low = 1;
    long high = last + 1;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (SearchStore.arrived(connection, middle).filter(moment::isAfter).isPresent()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Documents known by that number, each order under its source's name only. */
  List<DocumentName> documents(Connection connection, String number) throws SQLException {
    List<DocumentName> named = SearchStore.numbered(connection, number);
    Map<DocumentName, DocumentName> orders = orders(connection, named);
    Set<DocumentName> documents = new LinkedHashSet<>();
    named.forEach(name -> documents.add(orders.getOrDefault(name, name)));
    return documents.stream().limit(DOCUMENTS).toList();
  }

  /** The orders that documents of a target tell of. */
  static Map<DocumentName, DocumentName> orders(Connection connection, List<DocumentName> documents)
      throws SQLException {
    return SearchStore.orders(connection, documents).stream()
        .collect(
            Collectors.toMap(
                SearchStore.Told::document, SearchStore.Told::order, (a, b) -> a, HashMap::new));
  }

  private List<DocumentName> documents(Connection connection, Filter filter) throws SQLException {
    String number = filter.number();
    String email = filter.email();
    List<DocumentName> documents = number == null ? List.of() : documents(connection, number);
    if (email == null) {
      return documents;
    }
    List<DocumentName> theirs =
        buyers.find(connection, email, DOCUMENTS).stream()
            .map(found -> new DocumentName(found.source(), found.sourceId()))
            .toList();
    return number == null
        ? theirs
        : documents.stream().filter(Set.copyOf(theirs)::contains).toList();
  }

  /** The documents with what targets tell of them. */
  static List<DocumentName> withTold(Connection connection, List<DocumentName> documents)
      throws SQLException {
    Set<DocumentName> all = new LinkedHashSet<>(documents);
    all.addAll(SearchStore.told(connection, documents));
    return List.copyOf(all);
  }
}
