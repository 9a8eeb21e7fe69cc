package dev.crossdock.routing.engine;

/** Every way to share an order out, without a thought: the slow truth that searches are compared with. */
final class Everything {

  private final Problem problem;
  private Layout best;

  Everything(Problem problem) {
    this.problem = problem;
    this.best = Layout.empty(problem);
  }

  Layout best() {
    share(new int[problem.places.length][problem.items.size()], problem.demand(), 0);
    return best;
  }

  private void share(int[][] pieces, int[] left, int cell) {
    int items = problem.items.size();
    if (cell == problem.places.length * items) {
      judge(pieces);
      return;
    }
    int place = cell / items;
    int item = cell % items;
    for (int n = 0; n <= left[item]; n++) {
      pieces[place][item] = n;
      left[item] -= n;
      share(pieces, left, cell + 1);
      left[item] += n;
    }
    pieces[place][item] = 0;
  }

  private void judge(int[][] pieces) {
    int[] all = new int[pieces.length];
    for (int place = 0; place < pieces.length; place++) {
      all[place] = place;
      if (!problem.has(place, pieces[place])) {
        return;
      }
    }
    Layout layout = Layout.of(problem, all, pieces);
    if (layout.parcels() <= problem.parcelsMost && layout.beats(best)) {
      best = layout;
    }
  }
}
