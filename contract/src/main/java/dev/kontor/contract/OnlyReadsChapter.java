package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is asked, looked up, prepared or compared changes nothing: no writing call leaves. */
public interface OnlyReadsChapter extends Chapter {

  @Test
  default void checkingWritesNothing() {
    assertThat(writesDuring(Connector::check)).isEmpty();
  }

  @TestFactory
  default Stream<DynamicTest> readingChangesWritesNothing() {
    return each(
        OnlyReadsChapter.class,
        Ability.READ_CHANGES,
        type -> {
          bench().place(type);
          assertThat(writesDuring(connector -> reader(connector, type).changes(null, 3))).isEmpty();
        });
  }

  @TestFactory
  default Stream<DynamicTest> findingWritesNothing() {
    return each(
        OnlyReadsChapter.class,
        Ability.FIND_BY_ID,
        type -> {
          Identity id = new Identity.NativeId(bench().place(type).id());
          assertThat(writesDuring(connector -> reader(connector, type).find(id))).isEmpty();
        });
  }

  /** Whatever the writer thinks of the content: it is an already prepared one. */
  @TestFactory
  default Stream<DynamicTest> preparingAndComparingWriteNothing() {
    return eachWrite(
        OnlyReadsChapter.class,
        (type, action) -> {
          TwinBench.Sample sample = bench().right(type, action, 1).getFirst();
          int before = bench().effects(type, sample);
          assertThat(writesDuring(connector -> prepared(connector, type, sample))).isEmpty();
          assertThat(bench().effects(type, sample)).isEqualTo(before);
        });
  }

  private void prepared(Connector connector, EntityType type, TwinBench.Sample sample) {
    Writer writer = writer(connector, type);
    Write write = sample.write();
    Writer.Draft draft =
        new Writer.Draft(write.content(), bench().model(type, sample), write.targetId());
    attempt(() -> writer.prepareAll(List.of(draft)));
    attempt(() -> writer.compare(List.of(draft)));
  }

  private static void attempt(Runnable call) {
    try {
      call.run();
    } catch (FaultException e) {
      assertThat(e.fault().message()).isNotBlank();
    }
  }

  private List<String> writesDuring(Consumer<Connector> call) {
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    Toolbox watched = new ChangedToolbox(bench().toolbox(), http -> new WatchedHttp(http, written));
    try (Connector connector = provider().connect(bench().settings(), watched)) {
      call.accept(connector);
    }
    return written;
  }
}
