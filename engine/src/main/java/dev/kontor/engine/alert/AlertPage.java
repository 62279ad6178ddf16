package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertsConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alerts for people to see.
 *
 * @param open those that are not over, the newest first
 * @param recent those that are over, the newest first
 */
public record AlertPage(List<Item> open, List<Item> recent, List<Receiver> receivers) {

  /**
   * One alert.
   *
   * @param rule word of the rule
   * @param severity {@code urgent} or {@code warning}
   * @param subject flow, connection or receiver it is about
   * @param page of the console where one can act, its address behind {@code #/}
   * @param count of documents, or per cent
   * @param since when the oldest of it began, null if that is not known
   * @param documents some of their numbers
   * @param en in English
   * @param de in German
   * @param told when somebody was last told
   * @param over null: it stands
   * @param acknowledgedBy who looks after it, null if nobody
   */
  public record Item(
      long id,
      String rule,
      String severity,
      String subject,
      String page,
      long count,
      @Nullable Instant since,
      List<String> documents,
      Letter.Said en,
      Letter.Said de,
      Instant opened,
      @Nullable Instant told,
      @Nullable Instant over,
      @Nullable Instant acknowledged,
      @Nullable String acknowledgedBy,
      List<Delivery> deliveries) {}

  /**
   * One notification.
   *
   * @param tidings {@code opened}, {@code repeated} or {@code over}
   * @param state {@code waiting}, {@code sent}, {@code failed} or, where it was overtaken, {@code
   *     dropped}
   * @param finished when it was sent or given up, null if it waits
   * @param error why it did not arrive last time, null if it did
   */
  public record Delivery(
      String receiver,
      String tidings,
      String state,
      int attempts,
      Instant created,
      @Nullable Instant finished,
      @Nullable String error) {}

  /**
   * Who is told.
   *
   * @param way {@code email}, {@code slack}, {@code teams} or {@code webhook}
   * @param error why nothing arrives there, null if all does
   * @param waiting how many notifications wait for that
   */
  public record Receiver(String name, String way, @Nullable String error, long waiting) {}

  static AlertPage of(
      AlertsConfig config,
      List<AlertStore.Kept> kept,
      List<NotificationStore.Kept> told,
      List<NotificationStore.Unheard> unheard) {
    Map<Long, List<NotificationStore.Kept>> byAlert =
        told.stream().collect(Collectors.groupingBy(NotificationStore.Kept::alert));
    ZoneId zone =
        config.receivers().stream().findFirst().map(AlertReceiver::zone).orElse(ZoneOffset.UTC);
    List<Item> items =
        kept.stream().map(k -> item(k, byAlert.getOrDefault(k.id(), List.of()), zone)).toList();
    return new AlertPage(
        items.stream().filter(item -> item.over() == null).toList(),
        items.stream().filter(item -> item.over() != null).toList(),
        config.receivers().stream().map(receiver -> receiver(receiver, unheard)).toList());
  }

  private static Item item(AlertStore.Kept kept, List<NotificationStore.Kept> told, ZoneId zone) {
    Finding finding = kept.finding();
    return new Item(
        kept.id(),
        finding.rule().word(),
        finding.severity().word(),
        finding.subject(),
        Place.page(finding),
        finding.count(),
        finding.since(),
        finding.documents(),
        said(Locale.ENGLISH, kept, zone),
        said(Locale.GERMAN, kept, zone),
        kept.opened(),
        kept.told(),
        kept.over(),
        kept.acknowledged(),
        kept.acknowledgedBy(),
        told.stream().map(AlertPage::delivery).toList());
  }

  private static Letter.Said said(Locale language, AlertStore.Kept kept, ZoneId zone) {
    return new Wording(language, zone)
        .said(kept.finding(), kept.over() == null ? Tidings.OPENED : Tidings.OVER, kept.opened());
  }

  private static Delivery delivery(NotificationStore.Kept told) {
    return new Delivery(
        told.receiver(),
        told.tidings(),
        told.state(),
        told.attempts(),
        told.created(),
        told.finished(),
        told.error());
  }

  private static Receiver receiver(
      AlertReceiver receiver, List<NotificationStore.Unheard> unheard) {
    return unheard.stream()
        .filter(u -> u.receiver().equals(receiver.name()))
        .findFirst()
        .map(u -> new Receiver(receiver.name(), receiver.way().word(), u.error(), u.waiting()))
        .orElseGet(() -> new Receiver(receiver.name(), receiver.way().word(), null, 0));
  }
}
