package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import dev.kontor.contract.Await;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.proof.merchant.Entrance;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Running;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.proof.merchant.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The person who looks after a served hub at the command line, knowing nothing but what it says.
 */
final class Operator implements AutoCloseable {

  private final TwinPair pair;
  private final Map<String, String> secrets = TwinPair.secrets();
  private final HubProcess hub;
  private final Entrance entrance;
  private boolean installed;

  Operator(Path directory) throws IOException {
    this(directory, new TwinPair());
  }

  Operator(Path directory, TwinPair pair) throws IOException {
    this.pair = pair;
    hub = new HubProcess(directory, secrets);
    hub.giveDatabase();
    entrance = new Entrance(List.of(hub.address()), Await.PATIENCE);
  }

  TwinPair pair() {
    return pair;
  }

  /** The secrets the next serve will read. */
  Map<String, String> secrets() {
    return secrets;
  }

  /** What commands find from now on: the configuration as it is after this change. */
  void configure(UnaryOperator<String> change) throws IOException {
    hub.configure(change.apply(pair.configuration(entrance.door())));
  }

  /** Serves with the configuration as it is after this change. */
  void serve(UnaryOperator<String> change) throws IOException {
    configure(change);
    hub.start();
    hub.awaitReady();
    if (!installed) {
      pair.installApp(entrance.door());
      installed = true;
    }
  }

  /** Through which the shop reaches the hub. */
  Entrance entrance() {
    return entrance;
  }

  Path home() {
    return hub.home();
  }

  DatabaseSettings database() {
    return hub.database();
  }

  void stop() {
    hub.stop();
  }

  URI statusPage() {
    return hub.administration();
  }

  /** What the administration answers a program that may read. */
  JsonNode ask(String path) {
    return Wire.get(statusPage(), path, token());
  }

  /** Decides at the administration, as a program that may. */
  void decide(String path, JsonNode decision) {
    Wire.post(statusPage(), path, decision, token());
  }

  private String token() {
    return token("read", "decide");
  }

  /** A program's, with those rights. */
  String token(String... rights) {
    return token("story", rights);
  }

  /** The same of a program of that name. */
  String token(String program, String[] rights) {
    return kontor(
            0,
            Stream.concat(
                    Stream.of("token", "create", program),
                    Stream.of(rights).map(right -> "--right=" + right))
                .toArray(String[]::new))
        .strip();
  }

  List<ListedMessage> list() {
    return ListedMessage.in(kontor(0, "list"));
  }

  List<ListedMessage> show(JsonNode order) {
    return ListedMessage.in(story(order));
  }

  /** All that is told of an order. */
  String story(JsonNode order) {
    return kontor(0, "show", order.path("orderNumber").asString());
  }

  /** Waits until the list has such a message. */
  ListedMessage awaitListed(String what, Predicate<ListedMessage> which) {
    // A look later it may stand otherwise.
    AtomicReference<Optional<ListedMessage>> seen = new AtomicReference<>(Optional.empty());
    await(
        what,
        () -> {
          seen.set(list().stream().filter(which).findFirst());
          return seen.get().isPresent();
        });
    return seen.get().orElseThrow();
  }

  /** Waits until it is dead and no newer version of the order is on its way to change that. */
  ListedMessage awaitDead(JsonNode order) {
    String number = order.path("orderNumber").asString();
    Predicate<ListedMessage> dead = m -> m.number().equals(number) && m.state().equals("dead");
    awaitListed("a dead letter", dead);
    hub.awaitRest(Set.of("orders"), Await.PATIENCE);
    return awaitListed("the same dead letter", dead);
  }

  /** Tries messages again; what the command says. */
  Told resubmit(List<ListedMessage> messages) {
    return told(
        Stream.concat(Stream.of("resubmit"), messages.stream().map(ListedMessage::id))
            .toArray(String[]::new));
  }

  /** Compares shop and ERP; what the command says. */
  Told reconcile(String... arguments) throws IOException, InterruptedException {
    return command("reconcile", arguments);
  }

  /** Why shops show that stock; what the command says. */
  Told stock(String sku) throws IOException, InterruptedException {
    return command("stock", sku);
  }

  /** Runs a command beside the hub to its end. */
  Told command(String name, String... arguments) throws IOException, InterruptedException {
    Running command = begin(name, arguments);
    int status = command.end(Await.PATIENCE);
    return new Told(status, command.out(), command.all());
  }

  /** Begins a command beside the hub, to be waited for or killed. */
  Running begin(String name, String... arguments) throws IOException {
    return hub.command(name, arguments);
  }

  /** The same of a command that needs no configuration. */
  Running bare(String... arguments) throws IOException {
    return hub.bare(arguments);
  }

  /** Configures the next serve and the commands beside it. */
  void configure(String yaml) throws IOException {
    hub.configure(yaml);
  }

  void kill() throws InterruptedException {
    hub.kill();
  }

  String discard(ListedMessage message, String by, String reason) {
    return kontor(0, "discard", message.id(), "--by=" + by, "--reason=" + reason);
  }

  /**
   * Tries again all that is listed, unless a newer version of the document did so meanwhile; then
   * every order is in the ERP once and nothing is listed.
   */
  void resubmitAndSettle() {
    List<ListedMessage> listed = list();
    assertThat(listed).isNotEmpty();
    await("a decision on each", () -> isDecided(listed, resubmit(listed)));
    settle();
  }

  /**
   * What is being worked on at that moment is decided again, as the command says. A notice, which
   * has no document's number, may have been read together with a later one meanwhile.
   */
  private static boolean isDecided(List<ListedMessage> listed, Told told) {
    List<String> notices =
        listed.stream().filter(m -> m.number().equals("-")).map(ListedMessage::id).toList();
    List<String> untouched = told.out().lines().skip(1).toList();
    assertThat(untouched)
        .allMatch(
            l ->
                l.contains("done already")
                    || l.contains("decide again")
                    || (l.contains("skipped already") && notices.contains(l.split(" ")[0])));
    return untouched.stream().noneMatch(l -> l.contains("decide again"));
  }

  void settle() {
    await("every order in the ERP", () -> pair.truth().unanswered().isEmpty());
    hub.awaitRest(Set.of("orders"), Await.PATIENCE);
    assertThat(pair.truth().differences()).isEmpty();
    awaitNothingLeft();
  }

  /** Waits until nothing is listed; what a poll read a moment ago is. */
  void awaitNothingLeft() {
    await("nothing left to do", () -> list().isEmpty());
  }

  /** Waits until these flows have read all their sources have, and nothing is left to do. */
  void rest(String... flows) {
    hub.awaitRest(Set.of(flows), Await.PATIENCE);
  }

  /** The same, where some of what is open is left alone; in words, as {@code Rest} has them. */
  void restLeaving(Predicate<String> others, String... flows) {
    hub.awaitRest(Set.of(flows), others, Await.PATIENCE);
  }

  void await(String what, java.util.function.BooleanSupplier condition) {
    Await.until(what, Await.PATIENCE, condition, () -> kontor(0, "list") + hub.lastWords());
  }

  private String kontor(int status, String... arguments) {
    Told told = told(arguments);
    assertThat(told.status()).as(told.all()).isEqualTo(status);
    return told.out();
  }

  /** Runs a command of the installation in this process. */
  Told told(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int ended =
        Kontor.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Stream.concat(Stream.of(arguments), Stream.of("--home=" + hub.home()))
                    .toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    return new Told(ended, out.toString(), List.of(arguments) + "\n" + out);
  }

  @Override
  public void close() {
    hub.close();
    pair.close();
    entrance.close();
  }
}
