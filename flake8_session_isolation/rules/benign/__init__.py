"""Benign reasons: why an access to a shared place, or a whole place, does no harm.  A module for each.

A reason states its definition (what is true of the program), its evidence (the accesses that show it) and its bounds
(what it does not cover).  It is a function of an access and its meeting, or of a meeting alone, that returns `Evidence`
or None.  Each list below is for one kind of harm (see `rules.judgements`).  Its reasons are asked in the order of the
list, and the first that holds is the reason: first who makes the access, then which place it concerns, then locks and
pauses, then the stored value and its readers.  A reason that is not in a list is not accepted for that harm.
"""

from __future__ import annotations

from flake8_session_isolation.rules.benign import (
    administrative,
    alone,
    announced_removal,
    background,
    batch,
    begun_context,
    callback,
    checked_again,
    class_setup,
    collected,
    connection,
    constant,
    counter,
    covered,
    dataless_reference,
    declared_shared,
    drained_buffer,
    element,
    emptied_cache,
    empty_fallback,
    entry_object,
    exclusive,
    filled_default,
    filled_entry,
    filled_table,
    first_element,
    fixed_entries,
    flag,
    found_before,
    gate,
    given_back,
    guarded,
    guarded_walk,
    import_hook,
    kept_elsewhere,
    keyed,
    known_context,
    latch,
    lazy_walk,
    locked,
    memo,
    mere_cache,
    object_content,
    object_list,
    off_loop,
    own_context,
    own_instances,
    own_key,
    own_object,
    own_thread,
    provided_object,
    put_back,
    queue,
    rebuilt,
    reference,
    refill,
    refreshed,
    registry,
    removal,
    renewed_token,
    resource,
    rewritten,
    run_once,
    same_for_each,
    saved_setting,
    searched_list,
    self_entry,
    setting,
    shortened,
    single_exchange,
    single_growth,
    single_session,
    single_step,
    single_update,
    statistic,
    too_deep,
    transient,
    undivided_block,
    unserved,
    window,
)
from flake8_session_isolation.rules.benign.evidence import PlaceReason, Reason

# Session state in a module, in application storage or on an object that serves all sessions.
STATE_PLACE: tuple[PlaceReason, ...] = (registry.place_evidence, queue.place_evidence, renewed_token.place_evidence)
_STATE: tuple[Reason, ...] = (
    unserved.evidence,
    keyed.evidence,
    own_object.evidence,
    transient.evidence,
    gate.evidence,
    exclusive.evidence,
)
STATE_GROWTH: tuple[Reason, ...] = (
    *_STATE,
    reference.evidence,
    searched_list.evidence,
    constant.evidence,
    refill.evidence,
    first_element.evidence,
    drained_buffer.evidence,
    batch.evidence,
    window.evidence,
    connection.evidence,
    object_list.evidence,
)
STATE_ELEMENT: tuple[Reason, ...] = (
    unserved.evidence,
    keyed.container_evidence,
    own_object.evidence,
    gate.evidence,
    reference.evidence,
    constant.evidence,
    drained_buffer.evidence,
    connection.evidence,
)
STATE_LIST_OF_MODULE: tuple[Reason, ...] = (
    *_STATE,
    reference.evidence,
    searched_list.evidence,
    refill.evidence,
    first_element.evidence,
    memo.evidence,
    filled_table.evidence,
    drained_buffer.evidence,
    batch.evidence,
    shortened.evidence,
    collected.evidence,
    connection.evidence,
    object_list.evidence,
)
STATE_FRESH_OBJECT: tuple[Reason, ...] = (*_STATE, guarded.evidence, administrative.evidence, memo.evidence)
STATE_VALUE: tuple[Reason, ...] = (
    *STATE_FRESH_OBJECT,
    reference.evidence,
    refreshed.evidence,
    resource.evidence,
    drained_buffer.update_evidence,
    saved_setting.evidence,
)
STATE_FOR_A_TIME: tuple[Reason, ...] = (
    keyed.evidence,
    own_object.evidence,
    transient.evidence,
    gate.evidence,
    exclusive.evidence,
    guarded.evidence,
    administrative.evidence,
)
STATE_SWITCHED: tuple[Reason, ...] = (
    unserved.evidence,
    keyed.evidence,
    own_object.evidence,
    transient.evidence,
    guarded.evidence,
    administrative.evidence,
)
STATE_BUSY: tuple[Reason, ...] = (
    keyed.evidence,
    own_object.evidence,
    guarded.evidence,
    administrative.evidence,
)
STATE_TIME: tuple[Reason, ...] = (*_STATE, guarded.evidence, administrative.evidence, memo.evidence)
STATE_EMPTIED: tuple[Reason, ...] = (*_STATE, administrative.evidence)
STATE_FOR_ONE_USE: tuple[Reason, ...] = (guarded.evidence, memo.evidence)
OBJECT_IF_SHARED: tuple[Reason, ...] = (callback.evidence,)

# Process-wide places: those of the facts, and attributes of libraries.
PROCESS_OBJECT: tuple[Reason, ...] = (
    unserved.evidence,
    transient.evidence,
    administrative.evidence,
    memo.evidence,
)
PROCESS_VALUE: tuple[Reason, ...] = (*PROCESS_OBJECT, constant.evidence)
LIBRARY_VALUE: tuple[Reason, ...] = (*PROCESS_VALUE, keyed.evidence)

# Class attributes.
CLASS_PLACE: tuple[PlaceReason, ...] = (registry.place_evidence, queue.class_evidence)
CLASS_CHANGE: tuple[Reason, ...] = (
    import_hook.evidence,
    class_setup.evidence,
    own_object.evidence,
    declared_shared.evidence,
    locked.evidence,
    self_entry.evidence,
)
CLASS_GROWTH: tuple[Reason, ...] = (
    *CLASS_CHANGE,
    keyed.evidence,
    own_instances.evidence,
    empty_fallback.evidence,
    refill.evidence,
)
CLASS_UPDATE: tuple[Reason, ...] = (*CLASS_CHANGE, keyed.evidence)
CLASS_IN_PLACE: tuple[Reason, ...] = (*CLASS_UPDATE, empty_fallback.evidence)
CLASS_ENTRY: tuple[Reason, ...] = (
    *CLASS_UPDATE,
    memo.evidence,
    own_instances.evidence,
    empty_fallback.evidence,
    same_for_each.evidence,
)
CLASS_VALUE: tuple[Reason, ...] = (
    *CLASS_UPDATE,
    administrative.evidence,
    transient.evidence,
    memo.evidence,
    reference.evidence,
    refreshed.evidence,
    resource.evidence,
)

# Objects in context variables.
CONTEXT_PUT_BACK: tuple[Reason, ...] = (
    own_context.evidence,
    run_once.evidence,
    background.evidence,
    filled_entry.evidence,
    begun_context.evidence,
)
CONTEXT_CHANGE: tuple[Reason, ...] = (
    *CONTEXT_PUT_BACK,
    removal.evidence,
    provided_object.evidence,
    dataless_reference.evidence,
)

# Defaults of parameters.
DEFAULT_CHANGE: tuple[Reason, ...] = (filled_default.evidence, object_content.evidence)
DEFAULT_GROWTH: tuple[Reason, ...] = (*DEFAULT_CHANGE, keyed.evidence)
DEFAULT_KEYED_ENTRY: tuple[Reason, ...] = (*DEFAULT_CHANGE, constant.evidence, counter.evidence)
DEFAULT_ENTRY: tuple[Reason, ...] = (*DEFAULT_KEYED_ENTRY, rewritten.evidence)

# Thread-locals.
THREAD_FOR_A_TIME: tuple[Reason, ...] = (off_loop.evidence, keyed.evidence, transient.evidence, memo.evidence)
THREAD_VALUE: tuple[Reason, ...] = (*THREAD_FOR_A_TIME, reference.evidence)
THREAD_GROWTH: tuple[Reason, ...] = (*THREAD_VALUE, constant.evidence)
THREAD_UNKNOWN: tuple[Reason, ...] = (known_context.evidence, own_thread.evidence)
THREAD_UNKNOWN_FOR_A_TIME: tuple[Reason, ...] = (*THREAD_UNKNOWN, memo.evidence)
CALLERS_VALUE: tuple[Reason, ...] = (keyed.evidence, transient.evidence, memo.evidence)
THREAD_UNKNOWN_VALUE: tuple[Reason, ...] = (*THREAD_UNKNOWN, *CALLERS_VALUE)

# Conversations of libraries, and clients that hold what a session sets.
CONVERSATION: tuple[Reason, ...] = (unserved.evidence, administrative.evidence, keyed.evidence)
CLIENT: tuple[Reason, ...] = (*CONVERSATION, locked.evidence)

# Races: a write that acts on what another session may have changed meanwhile.
_RACE: tuple[Reason, ...] = (
    alone.evidence,
    own_key.evidence,
    entry_object.evidence,
    too_deep.evidence,
    covered.evidence,
    checked_again.evidence,
    single_step.evidence,
    single_session.evidence,
    put_back.evidence,
    setting.evidence,
)
RACE_VALUE: tuple[Reason, ...] = (
    *_RACE,
    undivided_block.evidence,
    single_update.evidence,
    given_back.evidence,
    statistic.evidence,
    flag.evidence,
)
RACE_POSITION: tuple[Reason, ...] = (alone.evidence, entry_object.evidence, too_deep.evidence, single_session.evidence)
RACE_GROWTH: tuple[Reason, ...] = (*_RACE, single_growth.evidence, registry.element_evidence)
RACE_TEST: tuple[Reason, ...] = (
    *_RACE,
    found_before.evidence,
    rebuilt.evidence,
    element.evidence,
    announced_removal.evidence,
    latch.evidence,
    first_element.evidence,
    kept_elsewhere.evidence,
    mere_cache.evidence,
    emptied_cache.evidence,
)
RACE_LIMIT: tuple[Reason, ...] = (unserved.evidence, alone.evidence, covered.evidence)
RACE_REPLY: tuple[Reason, ...] = (unserved.evidence, alone.evidence, keyed.evidence, single_exchange.evidence)
RACE_WALK: tuple[Reason, ...] = (
    run_once.evidence,
    lazy_walk.evidence,
    guarded_walk.evidence,
    fixed_entries.evidence,
)

# What does no harm of its own: asked for the explanation page alone.
HARMLESS: tuple[Reason, ...] = (unserved.evidence, keyed.evidence, element.evidence, removal.evidence)
