package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how far Business Central has come with orders, by order number. A deleted order leaves no
 * trace: its number is told as cancelled, as is one that never was, so only numbers that Business
 * Central gave should be asked for.
 */
final class ProgressReader implements Reader {

  /** No order number is longer. */
  private static final int NUMBER = 20;

  private final Configuration configuration;
  private final Company company;
  private final OrderNews news;

  ProgressReader(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
    this.news = new OrderNews(configuration, company);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    OrderNews.Changed changed = news.read(from, limit);
    List<Document> thin =
        read(changed.numbers()).stream()
            .map(Documents::thin)
            .sorted(Comparator.comparing(Document::changedAt))
            .toList();
    return new Page(thin, changed.next(), changed.more());
  }

  private List<Document> read(Collection<String> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    String referenceField = configuration.referenceField();
    OrderParts parts = OrderParts.read(company, referenceField, numbers);
    ShippedLines lines = ShippedLines.read(company, configuration.skus(), parts);
    OrderJoined joined = new OrderJoined(configuration, company, parts, numbers);
    return new ProgressContents(company, referenceField, parts, lines, joined).of(numbers);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.ExternalReference reference -> read(news.carrying(reference.value()));
      case Identity.Match _ ->
          throw new FaultException(new Fault.Unsupported("orders have no match key"));
    };
  }

  @Override
  public List<Document> fetch(List<String> numbers) {
    return read(
        numbers.stream()
            .filter(number -> !number.isBlank() && number.length() <= NUMBER)
            .distinct()
            .toList());
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw new FaultException(
        new Fault.Unsupported(
            "the progress of all orders ever placed is not listed; ask for those you know by "
                + EntityType.ORDER_PROGRESS.key()
                + " number"));
  }
}
