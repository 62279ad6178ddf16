package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A genuine notice names its document, or as a hint its type; a replayed one is recognised, a
 * forged one is refused.
 */
public interface NoticeChapter extends Chapter {

  @TestFactory
  default Stream<DynamicTest> aGenuineNoticeNamesItsDocument() {
    return each(
        NoticeChapter.class,
        Ability.NOTICES,
        type -> {
          TwinBench.Placed placed = bench().place(type);
          Received received = receive(bench().notice(type, placed));
          assertThat(received.rejection()).isNull();
          assertThat(received.reply().status()).isBetween(200, 299);
          assertThat(received.notices())
              .anyMatch(notice -> notice.type() == type && notice.id().equals(placed.id()));
        });
  }

  @TestFactory
  default Stream<DynamicTest> aGenuineHintNamesItsType() {
    return each(
        NoticeChapter.class,
        Ability.HINTS,
        type -> {
          Received received = receive(bench().notice(type, bench().place(type)));
          assertThat(received.rejection()).isNull();
          assertThat(received.reply().status()).isBetween(200, 299);
          assertThat(received.hints()).contains(type);
        });
  }

  @TestFactory
  default Stream<DynamicTest> aReplayedNoticeHasTheSameKey() {
    return eachPushed(
        type -> {
          RawRequest notice = bench().notice(type, bench().place(type));
          assertThat(receive(notice).notices())
              .extracting(Notice::dedupeKey)
              .containsExactlyElementsOf(
                  receive(notice).notices().stream().map(Notice::dedupeKey).toList());
        });
  }

  @TestFactory
  default Stream<DynamicTest> aForgedNoticeIsRefusedAndSaysWhy() {
    return eachPushed(
        type -> {
          Received received = receive(forged(type));
          assertThat(received.notices()).isEmpty();
          assertThat(received.hints()).isEmpty();
          assertThat(received.rejection()).isNotBlank().doesNotContain(bench().secrets());
        });
  }

  @TestFactory
  default Stream<DynamicTest> nonsenseIsRefusedNotThrown() {
    return eachPushed(
        type -> {
          RawRequest genuine = bench().notice(type, bench().place(type));
          byte[] nonsense = "{\"data\":[".getBytes(StandardCharsets.UTF_8);
          RawRequest broken =
              new RawRequest(
                  genuine.method(), genuine.path(), genuine.query(), genuine.headers(), nonsense);
          assertThat(receive(broken).notices()).isEmpty();
          assertThat(receive(broken).hints()).isEmpty();
        });
  }

  private Stream<DynamicTest> eachPushed(Consumer<EntityType> test) {
    return Stream.of(Ability.NOTICES, Ability.HINTS)
        .flatMap(ability -> each(NoticeChapter.class, ability, test));
  }

  private RawRequest forged(EntityType type) {
    return bench().forged(bench().notice(type, bench().place(type)));
  }

  private Received receive(RawRequest request) {
    try (Connector connector = connect()) {
      Inbox inbox = connector.inbox().orElseThrow(() -> new AssertionError("no inbox"));
      return inbox.receive(request);
    }
  }
}
