"""What is asked of the model beyond a run: why plans differ, what they cost, how sure a result is.

Each answer has one front door in ``model``; what stands here is behind it.
"""
