"""A circle among milestones that wait for one another, found without recursion: chains are long."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def cycle(edges: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids along one cycle of `edges`, in order; empty when there is none."""
    done: set[str] = set()
    for start in edges:
        trail: list[str] = []
        on_trail: set[str] = set()
        branches = [(start, iter(edges[start]))] if start not in done else []
        if branches:
            trail.append(start)
            on_trail.add(start)
        while branches:
            node, following = branches[-1]
            upcoming = next(following, None)
            if upcoming is None:
                done.add(node)
                on_trail.discard(trail.pop())
                branches.pop()
            elif upcoming in on_trail:
                return tuple(trail[trail.index(upcoming) :])
            elif upcoming in edges and upcoming not in done:
                trail.append(upcoming)
                on_trail.add(upcoming)
                branches.append((upcoming, iter(edges[upcoming])))
    return ()
