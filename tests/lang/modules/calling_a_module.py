"""A module that is called names what it has under its own name, when that can be called."""
import copy
import json
import pprint
import random
import sys
import types

own = types.ModuleType("own")
nameless = types.ModuleType("nameless")
nameless.__name__ = 5
asked = types.ModuleType("asked")
asked.__getattr__ = lambda name: print if name == "asked" else 1 / 0
failing = types.ModuleType("failing")
failing.__getattr__ = lambda name: 1 / 0
for module in copy, pprint, random, json, sys, own, nameless, asked, failing:
    try:
        module(1, x=2)
    except TypeError as error:
        print(error)
own.own = 5
try:
    own()
except TypeError as error:
    print(error)
own.own = own.__class__
try:
    own()
except TypeError as error:
    print(error)
try:
    list(map(pprint, [1]))
except TypeError as error:
    print(error)
