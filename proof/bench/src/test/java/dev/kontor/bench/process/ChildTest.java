package dev.kontor.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildTest {

  @TempDir private Path directory;

  /** Answers in every kind of JSON, after a word about its progress. */
  static final class Talkative {

    private Talkative() {}

    public static void main(String[] arguments) throws IOException {
      Commands.say("ready");
      Commands.serve(
          words -> {
            Commands.say("{\"half\": \"way\"}");
            return switch (words[0]) {
              case "text" -> "reset";
              case "number" -> 7;
              case "list" -> List.of(1, 2);
              case "object" -> Map.of("orders", 3);
              default -> throw new IllegalArgumentException(words[0]);
            };
          });
    }
  }

  @Test
  void anAnswerOfAnyKindIsToldFromProgress() throws IOException {
    try (Child child = talkative()) {
      assertThat(child.line()).isEqualTo("ready");
      assertThat(child.ask("text").asString()).isEqualTo("reset");
      assertThat(child.ask("number").asInt()).isEqualTo(7);
      assertThat(child.ask("list")).hasSize(2);
      assertThat(child.ask("object").path("orders").asInt()).isEqualTo(3);
    }
  }

  @Test
  void aChildThatEndsIsSaidWithItsErrors() throws IOException {
    try (Child child = talkative()) {
      child.line();
      assertThatThrownBy(() -> child.ask("nonsense")).hasMessageContaining("nonsense");
    }
  }

  private Child talkative() throws IOException {
    return new Child(
        directory.resolve("log"),
        List.of("-cp", System.getProperty("java.class.path"), Talkative.class.getName()));
  }
}
