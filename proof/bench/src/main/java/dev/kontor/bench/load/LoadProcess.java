package dev.kontor.bench.load;

import dev.kontor.bench.process.Commands;
import java.io.IOException;
import java.net.URI;

/**
 * The shop that pushes orders, in a process of its own. Answers {@code saturate URL FROM COUNT} and
 * {@code pace URL FROM COUNT PER_SECOND} when every push has been answered.
 */
public final class LoadProcess {

  private static final int CONNECTIONS = 64;

  private LoadProcess() {}

  public static void main(String[] arguments) throws IOException {
    Commands.say("ready");
    Commands.serve(LoadProcess::answer);
  }

  private static Object answer(String[] words) {
    URI door = URI.create(words[1]);
    Orders orders = new Orders(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    Schedule schedule =
        switch (words[0]) {
          case "saturate" -> Schedule.AT_ONCE;
          case "pace" -> Schedule.perSecond(Integer.parseInt(words[4]));
          default -> throw new IllegalArgumentException("unknown command " + words[0]);
        };
    return new Load(door, orders, schedule).run(CONNECTIONS);
  }
}
