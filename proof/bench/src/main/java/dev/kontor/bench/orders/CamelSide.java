package dev.kontor.bench.orders;

import dev.kontor.bench.camel.CamelProcess;
import dev.kontor.bench.hub.Cpu;
import dev.kontor.bench.hub.Side;
import dev.kontor.bench.process.Child;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.process.Proc;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Apache Camel with embedded Artemis. */
record CamelSide(Child child, URI door) implements Side {

  static CamelSide start(Path directory, int target) throws IOException {
    Files.createDirectories(directory);
    List<String> arguments = new ArrayList<>(Java.MEASURED);
    arguments.addAll(
        List.of(
            "-cp",
            Java.benchClassPath(),
            CamelProcess.class.getName(),
            directory.toString(),
            "http://127.0.0.1:" + target + "/orders"));
    Child child = new Child(directory.resolve("camel.log"), arguments);
    return new CamelSide(child, URI.create("http://127.0.0.1:" + child.line() + "/shop"));
  }

  @Override
  public String name() {
    return "camel";
  }

  @Override
  public boolean isSettled() {
    return child.ask("depth").asLong() == 0;
  }

  @Override
  public Cpu cpu() {
    return new Cpu(Proc.cpuMillis(child.pid()), 0);
  }

  @Override
  public long peakMegabytes() {
    return Proc.peakMegabytes(child.pid());
  }

  @Override
  public void close() {
    child.close();
  }
}
