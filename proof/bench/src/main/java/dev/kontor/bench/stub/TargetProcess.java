package dev.kontor.bench.stub;

import dev.kontor.bench.process.Commands;
import dev.kontor.bench.wire.WireServer;
import java.io.IOException;

/**
 * The target, in a process of its own. Says its port, then answers commands on its input: {@code
 * reset}, {@code count}, {@code arrivals FROM COUNT}, {@code kept}.
 */
public final class TargetProcess {

  private TargetProcess() {}

  public static void main(String[] arguments) throws IOException {
    Target target = new Target();
    try (WireServer server = new WireServer(target)) {
      Commands.say(server.port());
      Commands.serve(words -> answer(target, words));
    }
  }

  private static Object answer(Target target, String[] words) {
    return switch (words[0]) {
      case "reset" -> target.reset();
      case "count" -> target.count();
      case "kept" -> target.kept();
      case "arrivals" -> target.arrivals(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      default -> throw new IllegalArgumentException("unknown command " + words[0]);
    };
  }
}
