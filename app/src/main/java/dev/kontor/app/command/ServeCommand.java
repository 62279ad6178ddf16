package dev.kontor.app.command;

import dev.kontor.app.access.Passwords;
import dev.kontor.app.access.SignIn;
import dev.kontor.app.hub.ServedHub;
import dev.kontor.app.observe.Telemetry;
import dev.kontor.app.web.HubGate;
import dev.kontor.app.web.WebServer;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.access.User;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the hub until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the hub until it is told to stop.")
public final class ServeCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the doors, on all addresses (default: ${DEFAULT-VALUE}; 0: any free).")
  private int port = 8080;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "Port of the administration (default: ${DEFAULT-VALUE}; 0: any free).")
  private int adminPort = 8081;

  @Option(
      names = "--admin-address",
      paramLabel = "ADDRESS",
      description =
          "IP address the administration listens on (default: this machine only). Another one needs"
              + " administration.url in the configuration and a proxy that speaks TLS.")
  private InetAddress adminAddress = InetAddress.getLoopbackAddress();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Telemetry telemetry = Telemetry.of(System.getenv())) {
      HubGate gate = new HubGate(telemetry);
      run(Connectors.installed(), gate, stopped);
    }
    return 0;
  }

  private void run(Connectors connectors, HubGate gate, CountDownLatch stopped)
      throws InterruptedException {
    try (ServedHub served = ServedHub.open(config.file(connectors), connectors, home.path(), gate);
        WebServer doors = WebServer.doors(port, gate);
        WebServer administration =
            WebServer.administration(
                adminAddress, adminPort, gate, served.config().administration())) {
      CountDownLatch done = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gate, stopped, done)));
      served.start();
      say(served, doors, administration);
      greetFirst(served.hub());
      stopped.await();
      served.close();
      done.countDown();
    }
  }

  private void say(ServedHub served, WebServer doors, WebServer administration) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("doors    http://localhost:" + doors.port() + "/{connection}");
    out.println("status   http://localhost:" + administration.port() + "/");
    out.println("home     " + home.path());
    if (served.config().connections().isEmpty()) {
      out.println("waits to be set up: sign in at the status page, or add connections to the file");
    }
    if (served.hub().isInDoubt()) {
      out.println(
          "in doubt since a restore: every order is looked up in the target before it is created,"
              + " until all sources have been read again");
    }
    out.flush();
  }

  /** On standard output only: whoever starts the first process is told, no log is. */
  private void greetFirst(Hub hub) {
    PrintWriter out = spec.commandLine().getOut();
    new SignIn(hub.access(), new Passwords())
        .firstPassword()
        .ifPresent(
            password ->
                out.println(
                    "sign in  as "
                        + User.FIRST
                        + " with the password "
                        + password
                        + " (shown this once, to be changed at the first sign-in)"));
    out.flush();
  }

  private static void stop(HubGate gate, CountDownLatch stopped, CountDownLatch done) {
    gate.close();
    stopped.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
