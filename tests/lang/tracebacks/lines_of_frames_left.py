"""The line of a frame that an exception has left: where it was raised, if it was handed on; the except clause that was
asked last, if none took it."""
from contextlib import contextmanager


@contextmanager
def around():
    yield


def in_with():
    with around():
        1 / 0
    print("never")


def no_clause_fits():
    try:
        1 / 0
    except KeyError:
        pass
    except (TypeError,
            ValueError):
        print("never")


def named_clause():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise


def another_named():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise error


def through_finally():
    try:
        1 / 0
    finally:
        x = 1


for function in in_with, no_clause_fits, named_clause, another_named, through_finally:
    try:
        function()
    except ZeroDivisionError as error:
        tb = error.__traceback__
        while tb:
            print(function.__name__, tb.tb_lineno, tb.tb_frame.f_lineno)
            tb = tb.tb_next
