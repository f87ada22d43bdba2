"""Plans and what came of them, in stories that the project invented: does each plan find its outcome?"""
