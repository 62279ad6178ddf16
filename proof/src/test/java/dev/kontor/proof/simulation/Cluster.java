package dev.kontor.proof.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The hub processes of one installation. */
final class Cluster {

  private final Laboratory laboratory;
  private final World world;
  private final Pair pair;
  private final Tasks tasks;
  private final List<Node> nodes = new ArrayList<>();
  private int started;

  Cluster(Laboratory laboratory, World world, Pair pair) {
    this.laboratory = laboratory;
    this.world = world;
    this.pair = pair;
    this.tasks = new Tasks(world.trace());
  }

  void start() {
    if (!nodes.isEmpty()) {
      world.tally().count(Happening.HUB_BESIDE);
    }
    nodes.add(new Node("hub" + ++started, world, tasks, pair, laboratory));
  }

  /** Starts new ones in the place of those that died. */
  void fill(int most) {
    removeDead();
    while (nodes.size() < most) {
      start();
    }
  }

  private void removeDead() {
    nodes.stream().filter(n -> !n.process().isAlive()).forEach(n -> n.kill(world.dice()));
    nodes.removeIf(n -> !n.process().isAlive());
  }

  /** Something that a process does beside its work. */
  void begin(Node node, String name, Runnable body) {
    tasks.begin(node.process(), name, body);
  }

  void onAny(Consumer<Node> what) {
    List<Node> running = nodes.stream().filter(Node::isRunning).toList();
    if (!running.isEmpty()) {
      what.accept(world.dice().oneOf(running));
    }
  }

  Optional<Node> running() {
    return nodes.stream().filter(Node::isRunning).findFirst();
  }

  List<Node> nodes() {
    return nodes;
  }

  boolean everybodyAwake() {
    return nodes.stream().noneMatch(n -> n.process().isStopped());
  }

  /** Whether somebody waits for something that only time or others bring. */
  boolean anybodyWaits() {
    return tasks.anybodyWaits();
  }

  /** Lets one task of anybody go on; false if none can. */
  boolean turn() {
    return tasks.turn(world.dice());
  }

  /** Heartbeats are seldom late: they have a thread of their own. */
  void timers() {
    for (Node node : nodes) {
      node.timers();
      if (world.dice().chance(900)) {
        tasks.finish(node.process(), "beat", world.dice());
      }
    }
  }

  /** Everything that can go on does so to its end. */
  void rest() {
    boolean more = true;
    while (more) {
      more = turn();
    }
  }

  void work(Node node) {
    Node.Counter claimed;
    do {
      claimed = new Node.Counter();
      node.work(claimed);
      rest();
    } while (claimed.lanes() > 0 && node.isRunning());
  }

  void killAll() {
    nodes.forEach(node -> node.kill(world.dice()));
  }
}
